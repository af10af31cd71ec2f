/// What a report is made of, put together while a document streams by.
///
/// One thread feeds it in the order of the document, so that a report does not depend on the number
/// of workers. Every table has a bound in [sluice.report.gather.ReportLimits]; what does not fit is
/// counted without being told apart. Nothing here knows a document format. Start at
/// [sluice.report.gather.TokenTally] and [sluice.report.gather.PageTally].
@org.jspecify.annotations.NullMarked
package sluice.report.gather;
