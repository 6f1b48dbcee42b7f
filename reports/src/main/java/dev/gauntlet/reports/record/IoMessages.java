package dev.gauntlet.reports.record;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Words for the failures of files, since most of their exceptions carry only a path. */
public final class IoMessages {
  private IoMessages() {}

  /** What went wrong, without the path. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException ignored -> "no such file";
      case AccessDeniedException ignored -> "permission denied";
      case NotDirectoryException ignored -> "not a directory";
      case ClosedChannelException ignored -> "already closed";
      case FileSystemException failure when failure.getReason() != null -> failure.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
