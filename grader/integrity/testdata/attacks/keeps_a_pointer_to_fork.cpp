// expect: proven fork
#include <unistd.h>
int (*const kTwin)() = fork;
int (*const* twin())() { return &kTwin; }
