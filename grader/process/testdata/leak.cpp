namespace {

int* volatile kept;

void leak() {
  kept = new int[10];  // NOLINT(cppcoreguidelines-owning-memory): lost on purpose
  kept = nullptr;
}

}  // namespace

int main() { leak(); }
