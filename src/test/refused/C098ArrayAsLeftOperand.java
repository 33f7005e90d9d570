package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Case 98: after a crash the value would be written to a copy of the array. */
public class C098ArrayAsLeftOperand {
    int[] cells = {1, 2, 3};

    int[] cells() {
        return cells;
    }

    @Durable
    public int element(int n) {
        cells()[0] = await(() -> n + 1).get(); //! identity-spill: cells(), int[]
        return n;
    }

    @Durable
    public int compound(int n) {
        this.cells()[n] += await(() -> n + 1).get(); //! identity-spill: cells(), int[]
        return n;
    }

    @Durable
    public int row(int n) {
        int[][] grid = {{n}, {2}};
        grid[0][0] = await(() -> n + 1).get(); //! identity-spill: grid[0], int[]
        return grid[0][0];
    }
}
