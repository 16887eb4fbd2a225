// expect: proven chosen
extern "C" {
int real() { return 1; }
int (*choose())() { return real; }
int chosen() __attribute__((ifunc("choose")));
}
