#include "sieve.h"

int plain_sieve(std::span<char> composite) { return sieve(composite); }
