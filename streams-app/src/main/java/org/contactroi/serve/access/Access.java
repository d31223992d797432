package org.contactroi.serve.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask: everybody, programs of this machine, or whoever shows a token of a file. A changed
 * file is read again.
 */
public final class Access {

  /** Everybody. */
  public static final Access OPEN = new Access(null, false, Clock.systemUTC());

  /**
   * Programs of this machine, which call it by a name of the loopback interface. A page of somebody
   * else, whose name was made to lead here, does not.
   */
  public static final Access LOCAL = new Access(null, true, Clock.systemUTC());

  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Pattern BEARER = Pattern.compile("(?i)bearer +([\\x21-\\x7e]{1,512}) *");

  private static final Pattern LOCAL_NAME =
      Pattern.compile("(?i)(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d{1,5})?");

  private final @Nullable Path file;
  private final boolean isLocal;
  private final Clock clock;
  private TokenFile tokens = new TokenFile(Map.of());
  private FileTime changed = FileTime.fromMillis(0);
  private Instant looked = Instant.MIN;

  private Access(@Nullable Path file, boolean isLocal, Clock clock) {
    this.file = file;
    this.isLocal = isLocal;
    this.clock = clock;
  }

  /**
   * Whoever shows a token of a file.
   *
   * @throws IllegalArgumentException naming everything that is wrong in it, with its line
   * @throws UncheckedIOException when it cannot be read
   */
  public static Access of(Path file) {
    return of(file, Clock.systemUTC());
  }

  static Access of(Path file, Clock clock) {
    Access access = new Access(file, false, clock);
    access.tokens = TokenFile.read(file);
    access.changed = access.changed();
    access.looked = clock.instant();
    return access;
  }

  /** Whether a token is needed. */
  public boolean isGuarded() {
    return file != null;
  }

  /**
   * Whether it may be asked by the name that a client calls it.
   *
   * @param host value of the header of that name; empty if it was not sent
   */
  public boolean isFor(Optional<String> host) {
    return !isLocal || host.map(LOCAL_NAME::matcher).filter(Matcher::matches).isPresent();
  }

  /**
   * What somebody may ask; empty if it is nothing.
   *
   * @param authorization value of the header of that name; empty if it was not sent
   */
  public Optional<Grant> grant(Optional<String> authorization) {
    if (file == null) {
      return Optional.of(Grant.EVERYTHING);
    }
    return authorization
        .map(BEARER::matcher)
        .filter(Matcher::matches)
        .map(token -> current().tokens().get(Token.digest(token.group(1))))
        .filter(entry -> clock.instant().isBefore(entry.until()))
        .map(TokenFile.Entry::grant);
  }

  /** What cannot be read as it is now stays as it was, so that an error locks nobody out. */
  private synchronized TokenFile current() {
    Instant now = clock.instant();
    if (looked.plus(LOOK).isBefore(now)) {
      looked = now;
      try {
        FileTime then = changed();
        if (!then.equals(changed)) {
          changed = then;
          tokens = TokenFile.read(Objects.requireNonNull(file));
          LOG.info("Read {} tokens of {} again", tokens.tokens().size(), file);
        }
      } catch (IllegalArgumentException | UncheckedIOException e) {
        LOG.error("Tokens stay as they were: {}", e.getMessage());
      }
    }
    return tokens;
  }

  private FileTime changed() {
    try {
      return Files.getLastModifiedTime(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read %s: %s".formatted(file, e), e);
    }
  }
}
