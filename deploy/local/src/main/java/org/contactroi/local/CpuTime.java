package org.contactroi.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time that the stack has used. */
final class CpuTime {

  private CpuTime() {}

  /** Of this process since its start, and of the registry. */
  static Duration of(LocalStack stack) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Duration.ofNanos(system.getProcessCpuTime()).plus(stack.registry().cpuTime());
  }
}
