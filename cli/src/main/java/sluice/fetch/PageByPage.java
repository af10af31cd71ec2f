package sluice.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import sluice.emit.OutputFile;
import sluice.problem.SluiceException;

/// A file that is too large for one answer: its pages are asked for, then what is on each, and all
/// is put together into one document of the same shape as the answer would have had.
///
/// That is the order Figma's limits ask for: first few requests, then as many as it takes. Nothing
/// is held but the ids of one node's children for each level; what grows is on disk, which needs
/// room for about twice the document.
final class PageByPage {
  /// How often it begins again because somebody changed the file in the meantime.
  static final int STARTS_MAX = 3;

  private final ApiAddress address;
  private final FileKey key;
  private final Download download;
  private final FetchTeller teller;
  private final Spool spool;

  PageByPage(ApiAddress address, FileKey key, Download download, FetchTeller teller, Spool spool) {
    this.address = address;
    this.key = key;
    this.download = download;
    this.teller = teller;
    this.spool = spool;
  }

  /// Fetches the file.
  ///
  /// @param target replaced
  /// @return the name and state of the file; the spans in it are those of a shorter document
  FileLayout get(Path target) throws InterruptedException {
    for (int start = 1; start <= STARTS_MAX; start++) {
      try {
        return attempt(target);
      } catch (ChangedException e) {
        teller.parts(0, 0);
      } catch (IOException e) {
        throw OutputFile.unwritable(target, e);
      }
    }
    throw FetchProblems.changing(pagesCall(), STARTS_MAX);
  }

  private Call pagesCall() {
    return new Call(address.pages(key), key.toString(), true);
  }

  private FileLayout attempt(Path target)
      throws InterruptedException, ChangedException, IOException {
    try (Spool.SpoolFile pages = spool.file();
        Spool.SpoolFile content = spool.file();
        FileMaps maps = new FileMaps(spool);
        FileChannel out = Pieces.writing(content.path())) {
      FileLayout file = pages(pages.path());
      try (FileChannel from = Pieces.reading(pages.path())) {
        maps.add(pagesCall(), pages.path(), from, file.maps());
        new NodeParts(address, key, file.state(), download, teller, spool, maps)
            .writePages(file.document().childIds(), out);
        Stitching.write(file, from, out, maps, target);
      }
      return file;
    }
  }

  private FileLayout pages(Path file) throws InterruptedException {
    try {
      return download.get(pagesCall(), file, new FileReader(true));
    } catch (TooLargeException e) {
      throw new SluiceException(e.problem(), e);
    }
  }
}
