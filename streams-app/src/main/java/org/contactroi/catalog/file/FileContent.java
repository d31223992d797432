package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.List;

/** What files say: entries, and entries that are to be removed. */
public record FileContent(List<FileEntry> entries, List<FileRemoval> removals) {

  public static final FileContent NONE = new FileContent(List.of(), List.of());

  public FileContent {
    entries = List.copyOf(entries);
    removals = List.copyOf(removals);
  }

  /** What both say. */
  public FileContent plus(FileContent other) {
    List<FileEntry> allEntries = new ArrayList<>(entries);
    allEntries.addAll(other.entries);
    List<FileRemoval> allRemovals = new ArrayList<>(removals);
    allRemovals.addAll(other.removals);
    return new FileContent(allEntries, allRemovals);
  }

  boolean isEmpty() {
    return entries.isEmpty() && removals.isEmpty();
  }
}
