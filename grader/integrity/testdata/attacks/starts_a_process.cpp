// expect: proven fork
#include <unistd.h>
int twin() { return fork(); }  // here
