// expect: review setenv
#include <cstdlib>
const int kFew = setenv("LOCKSTEP_EXPLORE_SCHEDULES", "1", 1);  // here
