package org.contactroi.app.money;

import java.util.List;
import org.contactroi.record.TenantStatement;

/**
 * The same days under two references.
 *
 * @param leftOut rows of baselines that count in neither, because they state money and other rates
 *     would not change them
 */
record WhatIf(TenantStatement official, TenantStatement other, List<String> leftOut) {

  WhatIf {
    leftOut = List.copyOf(leftOut);
  }
}
