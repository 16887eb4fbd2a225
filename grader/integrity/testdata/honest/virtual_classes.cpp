#include <memory>
struct Shape {
  virtual ~Shape() = default;
  virtual double area() const = 0;
};
struct Square : Shape {
  double side = 1;
  double area() const override { return side * side; }
};
struct Named {
  virtual const char* name() const { return "named"; }
  virtual ~Named() = default;
};
struct Both : Square, virtual Named {
  const char* name() const override { return "both"; }
};
std::unique_ptr<Shape> made() { return std::make_unique<Both>(); }
