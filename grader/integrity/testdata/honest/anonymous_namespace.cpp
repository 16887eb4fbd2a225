namespace {
int write(int x) { return x + 1; }
int read(int x) { return x - 1; }
struct Hidden {
  int n = write(2);
} hidden;
}  // namespace
int visible() { return hidden.n + read(3); }
