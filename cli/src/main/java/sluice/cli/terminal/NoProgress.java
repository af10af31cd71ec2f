package sluice.cli.terminal;

import sluice.Progress;

/// Shows nothing.
final class NoProgress implements ProgressView {
  @Override
  public void show(Progress progress, Pace pace) {}

  @Override
  public void showLast(Progress progress, Pace pace) {}

  @Override
  public void close() {}
}
