__attribute__((hot, noinline)) int hot_path(int x) { return x * 3; }
__attribute__((cold)) int cold_path(int x) { return x - 3; }
[[gnu::always_inline]] inline int always(int x) { return x ^ 5; }
[[noreturn]] void never() { throw 3; }
int path(int x) { return x > 0 ? hot_path(always(x)) : cold_path(x); }
