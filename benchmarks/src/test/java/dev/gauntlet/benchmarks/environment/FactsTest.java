package dev.gauntlet.benchmarks.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.gauntlet.reports.record.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsTest {
  @TempDir Path root;

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Machine machine() {
    return new Facts(new SystemFiles(root)).machine();
  }

  @Test
  void factsComeFromTheKernel() throws IOException {
    write("etc/os-release", "NAME=\"X\"\nPRETTY_NAME=\"Example OS 12\"\n");
    write("proc/sys/kernel/osrelease", "6.1.0-test\n");
    write("proc/cpuinfo", "model name\t: Fast CPU 9000\nflags\t\t: fpu hypervisor sse\n");
    write("proc/meminfo", "MemTotal:       2048 kB\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
    write("sys/class/dmi/id/sys_vendor", "KVM\n");
    Machine machine = machine();
    assertEquals("Example OS 12", machine.os());
    assertEquals("6.1.0-test", machine.kernel());
    assertEquals("Fast CPU 9000", machine.cpuModel());
    assertEquals(2048L * 1024, machine.memoryBytes());
    assertEquals("performance", machine.governor());
    assertEquals("KVM", machine.virtualized());
  }

  @Test
  void aMachineWithoutHypervisorIsBareMetal() throws IOException {
    write("proc/cpuinfo", "flags\t\t: fpu sse\n");
    assertEquals("none", machine().virtualized());
  }

  @Test
  void whatIsNotThereIsNotKnown() throws IOException {
    write("proc/meminfo", "MemTotal: much\n");
    Machine machine = machine();
    assertNull(machine.kernel());
    assertNull(machine.cpuModel());
    assertNull(machine.memoryBytes());
    assertNull(machine.governor());
    assertNull(machine.virtualized());
    assertFalse(machine.os().isBlank());
  }

  @Test
  void theHostIsNotNamed() throws IOException {
    String host = InetAddress.getLocalHost().getHostName();
    Machine machine = Facts.ofThisMachine().machine();
    assertFalse(host.length() > 3 && machine.toString().contains(host), machine.toString());
  }

  @Test
  void theJdkIsTheRunningOne() {
    assertEquals(System.getProperty("java.runtime.version"), Facts.jdk().version());
  }
}
