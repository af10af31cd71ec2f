package sluice.fetch;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import sluice.problem.ProblemCode;

/// What has been received of an answer is worth nothing; it has to be read from its first byte.
final class StartOverException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient @Nullable HttpResponse<AnswerBody> answer;

  /// @param code the problem when there is no try left
  StartOverException(ProblemCode code, String why) {
    super(why);
    this.code = code;
    this.answer = null;
  }

  /// @param answer the one that begins again, to be read instead of asking once more
  StartOverException(HttpResponse<AnswerBody> answer) {
    super("the file is sent from its beginning");
    this.code = ProblemCode.REMOTE_UNAVAILABLE;
    this.answer = answer;
  }

  ProblemCode code() {
    return code;
  }

  @Nullable HttpResponse<AnswerBody> answer() {
    return answer;
  }
}
