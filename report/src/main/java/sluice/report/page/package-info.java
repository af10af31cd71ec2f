/// The report that people read, as one HTML file: a [sluice.report.Report] in, bytes out.
///
/// Invariants: the file asks for nothing from outside; it is at most [ReportPage#SIZE_MAX_BYTES]
/// long, whatever the report holds; every number in it comes from the report; no text of a document
/// or a token can become markup, style or script. Start at [sluice.report.page.ReportPage]; the
/// templates in `src/main/jte` say what stands where, the classes here what is drawn.
@org.jspecify.annotations.NullMarked
package sluice.report.page;
