package org.contactroi.app.money;

import java.util.List;
import org.contactroi.outputs.StatementRecord;

/**
 * The same days under two references.
 *
 * @param leftOut rows of baselines that count in neither, because they state money and other rates
 *     would not change them
 */
record WhatIf(StatementRecord official, StatementRecord other, List<String> leftOut) {

  WhatIf {
    leftOut = List.copyOf(leftOut);
  }
}
