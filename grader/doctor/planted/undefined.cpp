// Planted for the doctor: UndefinedBehaviorSanitizer must report a signed overflow.
#include <climits>

int main(int argc, char**) {
  const int sum = INT_MAX - 1 + argc + argc;
  return sum == 0 ? 1 : 0;
}
