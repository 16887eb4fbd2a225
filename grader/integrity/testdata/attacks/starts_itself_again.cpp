// expect: proven execv
// expect: review setenv
#include <unistd.h>
#include <cstdlib>
void again(char** argv) {
  setenv("TSAN_OPTIONS", "report_bugs=0", 1);  // here
  execv("/proc/self/exe", argv);               // here
}
