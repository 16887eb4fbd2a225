// The program that the tests of `process` run: it does what its arguments say.

#include "guest.h"

#include <cstdio>

int main(int argc, char** argv) {
  Deeds deeds;
  add_plain_deeds(deeds);
  add_greedy_deeds(deeds);
  add_sly_deeds(deeds);
  add_waiting_deeds(deeds);
  const Words words(argv + 1, argv + argc);
  const auto deed = words.empty() ? deeds.end() : deeds.find(words.front());
  if (deed == deeds.end()) {
    std::fputs("guest: no such deed\n", stderr);
    return 99;
  }
  return deed->second({words.begin() + 1, words.end()});
}
