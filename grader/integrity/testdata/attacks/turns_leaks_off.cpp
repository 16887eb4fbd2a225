// expect: proven __lsan_is_turned_off
extern "C" int __lsan_is_turned_off() { return 1; }  // here
