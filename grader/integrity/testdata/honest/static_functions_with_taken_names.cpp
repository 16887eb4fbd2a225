namespace mine {
static int open(int x) { return x; }
static int close(int x) { return -x; }
int both(int x) { return open(x) + close(x); }
}  // namespace mine
