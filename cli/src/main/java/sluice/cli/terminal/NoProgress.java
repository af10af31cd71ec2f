package sluice.cli.terminal;

import sluice.Progress;

/// Shows nothing.
final class NoProgress implements ProgressView {
  @Override
  public void show(Progress progress) {}

  @Override
  public void showLast(Progress progress) {}

  @Override
  public void close() {}
}
