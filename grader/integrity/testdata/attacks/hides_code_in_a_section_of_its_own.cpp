// expect: proven elsewhere
__attribute__((section("elsewhere"), noinline)) int f(int x) { return x + 1; }
