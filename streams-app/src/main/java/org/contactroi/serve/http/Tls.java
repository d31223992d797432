package org.contactroi.serve.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The certificate that a server shows.
 *
 * @param keystore of PKCS12 or JKS, with the key of the certificate
 * @param password of the keystore and the key
 * @param passwordFile holds it in place of {@code password}
 */
public record Tls(Path keystore, Optional<String> password, Optional<Path> passwordFile) {

  public Tls {
    if (password.isPresent() == passwordFile.isPresent()) {
      throw new IllegalArgumentException(
          "a keystore needs its password, by http.tls.password.file or by http.tls.password");
    }
  }

  /** What makes the connections; reads files. */
  SslContextFactory.Server factory() {
    if (!Files.isReadable(keystore)) {
      throw new IllegalArgumentException(
          "http.tls.keystore is '%s', which cannot be read".formatted(keystore));
    }
    SslContextFactory.Server factory = new SslContextFactory.Server();
    factory.setKeyStorePath(keystore.toAbsolutePath().toString());
    factory.setKeyStorePassword(secret());
    return factory;
  }

  private String secret() {
    return password.orElseGet(
        () -> {
          Path file = passwordFile.orElseThrow();
          try {
            return Files.readString(file).strip();
          } catch (IOException e) {
            throw new IllegalArgumentException(
                "http.tls.password.file is '%s', which cannot be read".formatted(file), e);
          }
        });
  }

  @Override
  public String toString() {
    return "TLS by " + keystore;
  }
}
