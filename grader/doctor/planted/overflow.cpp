// Planted for the doctor: AddressSanitizer must report a read past the end of a heap block.
#include <cstdlib>

int main(int argc, char**) {
  int* block = new int[4]{};
  const int beyond = block[argc + 3];
  delete[] block;
  return beyond == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
