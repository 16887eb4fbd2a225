#include <algorithm>
#include <numeric>
#include <random>
#include <vector>
std::mt19937 generator_of_all(7);
int rolled() {
  return std::uniform_int_distribution<int>(1, 6)(generator_of_all) + static_cast<int>(std::random_device{}() % 2);
}
