// expect: proven chosen
extern "C" {
static int real() { return 1; }
static int (*choose())() { return real; }
int chosen() __attribute__((ifunc("choose")));
}
