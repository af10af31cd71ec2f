/// Line charts as SVG, readable in light and dark, in grey, and by screen readers.
@org.jspecify.annotations.NullMarked
package sluice.bench.chart;
