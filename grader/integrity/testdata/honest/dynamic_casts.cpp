#include <typeinfo>
struct Base {
  virtual ~Base() = default;
};
struct Derived : Base {};
bool derived(Base& b) { return dynamic_cast<Derived*>(&b) != nullptr || typeid(b) == typeid(Derived); }
