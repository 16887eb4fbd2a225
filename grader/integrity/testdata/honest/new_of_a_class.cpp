#include <cstdlib>
struct Node {
  Node* next;
  static void* operator new(std::size_t n) { return std::malloc(n); }
  static void operator delete(void* p) { std::free(p); }
};
Node* node() { return new Node{nullptr}; }
void drop(Node* n) { delete n; }
