package sluice.server.run;

import sluice.server.frame.FrameText;

/// How far a scan is.
///
/// @param page the page's id
/// @param index of the node that comes next in the page's list
/// @param hash of the list, which tells whether it is still the same
record ScanPlace(String page, long index, String hash) {
  String json() {
    return FrameText.object("page", page).with("index", index).with("hash", hash).text();
  }
}
