package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StartSequenceTest {
  private final List<String> calls = new ArrayList<>();
  private final StartSequence sequence =
      new StartSequence(new PrintStream(OutputStream.nullOutputStream()));

  private class Recorded implements Component {
    private final String name;

    Recorded(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void prepare() {
      calls.add("prepare " + name);
    }

    @Override
    public String start() {
      calls.add("start " + name);
      if (name.equals("broken")) {
        throw new SetupException("broken");
      }
      return "";
    }

    @Override
    public void close() {
      calls.add("close " + name);
      if (name.equals("broken")) {
        throw new IllegalStateException("still broken");
      }
    }
  }

  @Test
  void componentsAreAllPreparedThenStartedInOrderAndClosedInReverse() {
    sequence.start(List.of(new Recorded("a"), new Recorded("b")));
    sequence.close();
    sequence.close();

    assertThat(calls)
        .containsExactly("prepare a", "prepare b", "start a", "start b", "close b", "close a");
  }

  @Test
  void whatFailsToStartOrToStopDoesNotKeepTheOthersOpen() {
    List<Component> components = List.of(new Recorded("a"), new Recorded("broken"));

    assertThatThrownBy(() -> sequence.start(components)).hasMessage("broken");
    sequence.close();

    assertThat(calls).endsWith("close broken", "close a");
  }

  @Test
  void aFailureWhileTheSequenceIsBeingClosedIsACancellation() throws InterruptedException {
    Thread closer = new Thread(sequence::close);
    Component interrupted =
        new Recorded("interrupted") {
          @Override
          public String start() {
            closer.start();
            await().until(() -> closer.getState() == Thread.State.BLOCKED);
            throw new ExceptionInInitializerError("Shutdown in progress");
          }
        };

    assertThatThrownBy(() -> sequence.start(List.of(interrupted)))
        .isInstanceOf(CancellationException.class);
    closer.join();
    assertThat(calls).containsExactly("prepare interrupted", "close interrupted");
  }

  @Test
  void nothingStartsAfterTheSequenceWasClosed() {
    sequence.close();

    assertThatThrownBy(() -> sequence.start(List.of(new Recorded("a"))))
        .isInstanceOf(CancellationException.class);
    assertThat(calls).isEmpty();
  }
}
