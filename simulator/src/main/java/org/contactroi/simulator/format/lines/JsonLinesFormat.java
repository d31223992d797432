package org.contactroi.simulator.format.lines;

import java.util.List;
import org.contactroi.simulator.format.EventFormat;
import org.contactroi.simulator.format.InputFile;
import org.contactroi.simulator.format.ReadEvents;
import org.contactroi.simulator.format.Reading;
import org.contactroi.simulator.format.TimeOrder;

/** JSON Lines, an event a line, in any order: what is read is in that of time. */
public final class JsonLinesFormat implements EventFormat {

  @Override
  public String name() {
    return "json-lines";
  }

  @Override
  public boolean isOf(InputFile file) {
    return file.isNamed(".jsonl")
        || file.isNamed(".ndjson")
        || file.firstLine().stripLeading().startsWith("{");
  }

  @Override
  public ReadEvents read(List<InputFile> files, Reading reading) {
    TimeOrder kept = new TimeOrder();
    reading.check(
        new LineSource(
            files.stream().map(InputFile::path).toList(),
            new EventLine(reading.tenant()),
            reading.badLines()),
        kept::add);
    return kept;
  }
}
