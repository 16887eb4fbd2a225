#include <atomic>
std::atomic<int> error;
bool accept = false;
int pivot = 3;
