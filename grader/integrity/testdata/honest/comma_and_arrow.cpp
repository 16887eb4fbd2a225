struct Chain {
  int n;
  Chain operator,(int x) const { return {n + x}; }
  const Chain* operator->() const { return this; }
  int operator()(int x) const { return n * x; }
  int operator[](int i) const { return n + i; }
};
int chained(Chain c) { return ((c, 3)->n) + c(2) + c[1]; }
