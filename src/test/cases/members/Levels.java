package members;

interface Levels {
    int LEVEL = 9;
    String LIMIT = "limit";
}
