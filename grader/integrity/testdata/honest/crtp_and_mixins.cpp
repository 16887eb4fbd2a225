template <class D>
struct Counted {
  static inline int alive = 0;
  Counted() { ++alive; }
  ~Counted() { --alive; }
};
struct Item7 : Counted<Item7> {};
int alive() {
  Item7 a, b;
  return Counted<Item7>::alive;
}
