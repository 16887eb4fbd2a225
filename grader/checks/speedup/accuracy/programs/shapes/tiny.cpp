#include "workload.h"

// Expensive items of 8 µs each, less than it takes to make a thread on most machines.
workload::Shape workload::shape() { return {.items = 6'400, .expensive_rounds = 3'000, .load_rounds = 0}; }
