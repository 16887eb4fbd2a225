// expect: review write
#include <unistd.h>
long report() { return write(3, "end\tTinyTest.Counts\tpassed\n", 27); }  // here
