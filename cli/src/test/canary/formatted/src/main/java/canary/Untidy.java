package canary;

final class Untidy {
      private Untidy( ) { }
}
