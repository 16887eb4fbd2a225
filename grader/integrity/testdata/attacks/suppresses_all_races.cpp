// expect: proven __tsan_default_suppressions
extern "C" const char* __tsan_default_suppressions() { return "race:*"; }  // here
