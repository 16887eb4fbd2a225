// expect: review system
#include <cstdlib>
void say() { std::system("echo all passed"); }  // here
