namespace {

int* volatile kept;

void leak() {
  kept = new int[10];
  kept = nullptr;
}

}  // namespace

int main() { leak(); }
