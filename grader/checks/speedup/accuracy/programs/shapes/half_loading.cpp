#include "workload.h"

// Half of the time of an item is spent before its task.
workload::Shape workload::shape() { return {.items = 128, .expensive_rounds = 75'000, .load_rounds = 120'000}; }
