package sluice.cli.command;

import java.util.List;
import java.util.Map;
import sluice.cli.terminal.TextTable;
import sluice.usage.RawUse;
import sluice.usage.TokenUsage;
import sluice.usage.UsedToken;

/// The usage of tokens for people: the tokens, names that no token has, values without a token.
final class UsageTables {
  /// Rows of each table; the JSON has all.
  static final int ROWS_MAX = 200;

  private final TokenUsage usage;
  private final int widthColumns;
  private final StringBuilder text = new StringBuilder();

  private UsageTables(TokenUsage usage, int widthColumns) {
    this.usage = usage;
    this.widthColumns = widthColumns;
  }

  static String of(TokenUsage usage, int widthColumns) {
    UsageTables tables = new UsageTables(usage, widthColumns);
    tables.tokens();
    tables.unknown();
    tables.untokenised();
    return tables.text.toString();
  }

  private void tokens() {
    TextTable table = table("TOKEN", "USE", "NODES", "PAGES", "PROPERTIES");
    long direct = 0;
    long indirect = 0;
    int rows = 0;
    for (UsedToken token : usage.tokens()) {
      direct += token.use() == UsedToken.Use.DIRECT ? 1 : 0;
      indirect += token.use() == UsedToken.Use.INDIRECT ? 1 : 0;
      if (rows++ < ROWS_MAX) {
        table.row(
            token.name(),
            token.use().text(),
            count(token.nodes()),
            count(token.pages()),
            properties(token));
      }
    }
    end(table, usage.tokens().size());
    text.append(
        "%,d tokens: %,d direct, %,d indirect, %,d unused; %,d nodes with tokens\n"
            .formatted(
                usage.tokens().size(),
                direct,
                indirect,
                usage.tokens().size() - direct - indirect,
                usage.nodes()));
  }

  private static String count(long number) {
    return number == 0 ? "" : "%,d".formatted(number);
  }

  private static String properties(UsedToken token) {
    StringBuilder names = new StringBuilder();
    for (Map.Entry<String, Long> property : token.properties().entrySet()) {
      names.append(names.isEmpty() ? "" : ", ").append(property.getKey());
      names.append(" %,d".formatted(property.getValue()));
    }
    return names.toString();
  }

  private void unknown() {
    if (usage.unknown().isEmpty()) {
      return;
    }
    text.append('\n');
    TextTable table = table("NO SUCH TOKEN", "NODES", "PAGES", "PROPERTIES", "DID YOU MEAN");
    usage.unknown().stream()
        .limit(ROWS_MAX)
        .forEach(token ->
            table.row(
                token.name(),
                count(token.nodes()),
                count(token.pages()),
                properties(token),
                usage.suggestion(token.name())));
    end(table, usage.unknown().size());
    if (usage.otherUnknown() > 0) {
      text.append("%,d uses of further names\n".formatted(usage.otherUnknown()));
    }
  }

  private void untokenised() {
    List<RawUse> uses = usage.untokenised();
    if (uses.isEmpty()) {
      return;
    }
    text.append('\n');
    TextTable table = table("NO TOKEN", "VALUE", "COUNT", "NEAREST", "ITS VALUE", "DISTANCE");
    uses.stream()
        .limit(ROWS_MAX)
        .forEach(use ->
            table.row(
                use.kind(),
                plain(use.value()),
                count(use.count()),
                use.nearest(),
                plain(use.nearestValue()),
                use.distance()));
    end(table, uses.size());
    text.append("%,d values without a token\n".formatted(usage.untokenisedCount()));
  }

  private static String plain(String json) {
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }

  private TextTable table(String... headings) {
    return new TextTable(widthColumns, headings);
  }

  private void end(TextTable table, int rows) {
    text.append(table.render());
    if (rows > ROWS_MAX) {
      text.append("… and %,d more, see --format json\n".formatted(rows - ROWS_MAX));
    }
  }
}
