// Planted for the doctor: LeakSanitizer must report a block that nothing points to any more.
int* volatile last = nullptr;

int main() {
  last = new int[100];
  last = nullptr;
  return 0;
}
