package org.contactroi.serve.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpStatus;

/**
 * What is sent for a response: compressed for those who take it, without a body where the client
 * has it already or asks for the headers alone.
 *
 * @param headers all but the length
 * @param length of the body that GET has, in bytes
 * @param body what is sent
 */
record Answer(int status, Map<String, String> headers, long length, ByteBuffer body) {

  static final String ALLOW = "GET, HEAD, OPTIONS";

  static final String VARY = "Accept, Accept-Encoding";

  private static final ByteBuffer NOTHING = ByteBuffer.wrap(new byte[0]);
  private static final int TAG_BYTES = 16;

  /**
   * The answer to a request.
   *
   * @param method of HTTP
   */
  static Answer of(String method, Request request, Response response) {
    Map<String, String> headers = new TreeMap<>(response.headers());
    byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
    headers.put("Vary", VARY);
    if (response.status() == HttpStatus.OK_200 && !response.isForgotten()) {
      String tag = tag(bytes);
      headers.put("ETag", tag);
      headers.putIfAbsent("Cache-Control", "no-cache");
      if (request.header("if-none-match").filter(known -> isAmong(known, tag)).isPresent()) {
        return new Answer(HttpStatus.NOT_MODIFIED_304, headers, 0, NOTHING);
      }
    }
    headers.put("Content-Type", response.contentType());
    if (bytes.length >= Gzip.MIN_BYTES && Gzip.isAccepted(request.header("accept-encoding"))) {
      headers.put("Content-Encoding", Gzip.NAME);
      bytes = Gzip.compressed(bytes);
    }
    boolean isHead = method.equals("HEAD");
    return new Answer(
        response.status(), headers, bytes.length, isHead ? NOTHING : ByteBuffer.wrap(bytes));
  }

  /** What a path allows. */
  static Answer ofOptions() {
    return new Answer(HttpStatus.NO_CONTENT_204, Map.of("Allow", ALLOW), 0, NOTHING);
  }

  /** Whether a body follows the headers of GET, so that its length is told. */
  boolean hasLength() {
    return status != HttpStatus.NOT_MODIFIED_304 && status != HttpStatus.NO_CONTENT_204;
  }

  /** Weak, as the same is sent compressed and as it is. */
  private static String tag(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isAmong(String known, String tag) {
    return Arrays.stream(known.split(","))
        .map(String::strip)
        .anyMatch(one -> one.equals("*") || one.equals(tag) || ("W/" + one).equals(tag));
  }
}
