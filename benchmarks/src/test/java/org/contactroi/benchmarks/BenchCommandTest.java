package org.contactroi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BenchCommandTest {

  private static final int WRONG_USAGE = 2;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --days 0               | --days 0 is not 1 or more
          --days x               | 'x' is not an int
          --rounds -1            | --rounds -1 is not 1 or more
          --partitions 0         | --partitions 0 is not 1 or more
          --only a,x             | --only 'x' is none of a, b, c, d
          --only d               | --only d: d needs --against DIR
          --against no-such-place| 'no-such-place' is no checkout
          --live 50,0            | --live 0 is not 1 or more
          --json no/such/x.json  | --json no/such/x.json is in no folder
          --set threads          | threads
          """)
  void namesTheValueThatIsWrong(String options, String message) {
    CommandLine command = Main.commandLine();
    StringWriter err = new StringWriter();
    command.setErr(new PrintWriter(err, true));

    int code = command.execute(options.split(" ", -1));

    assertThat(code).isEqualTo(WRONG_USAGE);
    assertThat(err.toString()).contains(message).hasLineCount(1);
  }
}
