package dev.gauntlet.reports.page;

import dev.gauntlet.reports.*;
import dev.gauntlet.reports.compare.*;
import dev.gauntlet.reports.export.*;
import java.nio.file.*;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageDemo {
  @Test
  void demo() throws Exception {
    Path t = Path.of("target/demo");
    for (String n : List.of("ordinary", "quick", "large", "hostile")) {
      Path d = t.resolve(n);
      Files.createDirectories(d);
      Files.deleteIfExists(d.resolve("run.jsonl"));
      SyntheticRun r =
          switch (n) {
            case "ordinary" -> SampleRuns.ordinary();
            case "quick" -> SampleRuns.quick();
            case "large" -> SampleRuns.large();
            default -> SampleRuns.hostile();
          };
      r.write(d);
      if (n.equals("ordinary"))
        SampleRuns.matrix(SampleRuns.SUBJECTS).write(d.resolve("conform.json"));
      if (n.equals("hostile"))
        SampleRuns.matrix(SampleRuns.HOSTILE).write(d.resolve("conform.json"));
      long a = System.nanoTime();
      Reports.writePage(d);
      System.out.println(
          n
              + " "
              + Files.size(d.resolve("report.html"))
              + " B, ms "
              + (System.nanoTime() - a) / 1000000);
      Files.writeString(
          d.resolve("t.txt"), Reports.table(d, CompareOptions.defaults(), TextStyle.plain()));
      Files.writeString(
          d.resolve("u.txt"),
          Reports.table(d, CompareOptions.defaults(), TextStyle.forCharset("UTF-8")));
      Files.writeString(d.resolve("m.md"), Reports.markdown(d, CompareOptions.defaults()));
      Files.writeString(d.resolve("c.csv"), Reports.csv(d, CompareOptions.defaults()));
    }
  }
}
