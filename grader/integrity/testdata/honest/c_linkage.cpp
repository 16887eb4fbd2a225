extern "C" int my_own_c_function(int x) { return x + 1; }
extern "C" {
int my_own_c_variable = 3;
}
