package dev.gauntlet.reports.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Readable ids, one per thing and unique on the page whatever the things are called. */
final class Anchors {
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** The id of a thing of some kind; the same whenever it is asked for. */
  String of(String kind, String name) {
    return ids.computeIfAbsent(kind + "\n" + name, key -> unique(kind + "-" + slug(name)));
  }

  private String unique(String wanted) {
    String id = wanted;
    for (int i = 2; !taken.add(id); i++) {
      id = wanted + "-" + i;
    }
    return id;
  }

  private static String slug(String name) {
    return name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
